import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offer } from '../../components/overlay/door.ts';
import { type MountSetUp, mountSetUp } from './mount.tsx';

/** Told to the door here, because the door is of the components, which know nothing of profiles of sites. */
declare module '../../components/overlay/door.ts' {
  interface Offers {
    mountSetUp: MountSetUp;
  }
}

/** Injected when somebody confirms or teaches how a page is read. */
export default defineUnlistedScript(() => offer('mountSetUp', mountSetUp));
