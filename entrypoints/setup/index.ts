import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offer, offered } from '../../components/overlay/door.ts';
import type { Readers } from '../../sites/readers.ts';
import { type MountSetUp, mountWith } from './mount.tsx';

/** Told to the door here, because the door is of the components, which know nothing of sites. */
declare module '../../components/overlay/door.ts' {
  interface Offers {
    /** Left by the content script of every page. */
    readers: Readers;
    mountSetUp: MountSetUp;
  }
}

/** Injected when somebody confirms or teaches how a page is read. */
export default defineUnlistedScript(() => {
  const readers = offered('readers');
  if (readers) offer('mountSetUp', mountWith(readers));
});
