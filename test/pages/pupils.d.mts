/** The class every test page shows: synthetic pupils 1001 to 1030, "Surname, Forename". Two share a name. */
export const pupils: readonly { readonly id: string; readonly name: string }[];
