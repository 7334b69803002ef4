import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountLate } from '../components/late/mount-late.tsx';
import { offer } from '../components/overlay/door.ts';

/** Injected when somebody logs a late arrival. */
export default defineUnlistedScript(() => offer('mountLate', mountLate));
