/** Whether a session with this code counts towards the threshold: G, N, O, U (SI 2024/208 reg 10, Table 3). */
export function isUnauthorised(code: string): boolean {
  return code === 'G' || code === 'N' || code === 'O' || code === 'U';
}
