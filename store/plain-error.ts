/** An error whose message is one plain sentence that may be shown to the user. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}
