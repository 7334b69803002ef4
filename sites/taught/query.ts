import { SiteReadError } from '../contract.ts';
import { type Scope, scopeOf } from '../generic/scope.ts';

/** Everything a selector finds, in the page and in its open shadow roots. Throws {@link SiteReadError} where it is none. */
export function findAll(page: Document | Scope, selector: string): readonly Element[] {
  const { trees } = 'trees' in page ? page : scopeOf(page);
  return trees.filter((tree) => !isOurs(tree)).flatMap((tree) => findIn(tree, selector));
}

/** What a selector finds inside one element. */
export function findIn(root: ParentNode, selector: string): readonly Element[] {
  try {
    return [...root.querySelectorAll(selector)];
  } catch {
    throw new SiteReadError(
      `This page was taught with “${selector.slice(0, 60)}”, which is no selector. Teach the page again.`,
    );
  }
}

function isOurs(tree: Document | ShadowRoot): boolean {
  return tree instanceof ShadowRoot && tree.host.matches('[data-rw]');
}
