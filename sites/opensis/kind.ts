/** As openSIS's registers are confirmed, where a school has names of its own for its codes. */
export const KIND = { marks: 'choice', pupils: 'openSIS’s own numbers' } as const;
