import type { ComponentChildren } from 'preact';

/**
 * Fields whose contents the browser is not to write down. Chrome writes what stands in every field of an open page into its own
 * record of tabs, on the disk, where no wipe of ours reaches; it leaves out those of such a form.
 */
export function Unremembered(props: { children: ComponentChildren }) {
  return (
    <form autocomplete="off" onSubmit={(event) => event.preventDefault()}>
      {props.children}
    </form>
  );
}
