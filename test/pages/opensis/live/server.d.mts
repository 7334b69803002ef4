/** A register as it was saved. */
export interface Saved {
  codes: Record<string, string>;
  comments: Record<string, string>;
}

/** The answer to one request of a signed-in class teacher, as HTML. A post adds to `saved`. */
export function answer(request: {
  page: 'index' | 'Modules' | 'Ajax';
  query: URLSearchParams;
  posted: URLSearchParams | null;
  /** `YYYY-MM-DD`. */
  today: string;
  pupils: readonly { readonly id: string; readonly name: string }[];
  saved: Map<string, Saved>;
}): string;
