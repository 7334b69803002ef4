import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offer } from '../components/overlay/door.ts';
import { startOverlay } from '../components/overlay/overlay.ts';

/** Injected when a page turns out to hold a register. */
export default defineUnlistedScript(() => offer('startOverlay', startOverlay));
