import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offer } from '../components/overlay/door.ts';
import { readers } from '../sites/readers.ts';

/** Injected when a page shows a sign of a register. */
export default defineUnlistedScript(() => offer('readers', readers));
