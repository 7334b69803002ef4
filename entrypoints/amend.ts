import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountAmendment } from '../components/amend/mount-amendment.tsx';
import { offer } from '../components/overlay/door.ts';

/** Injected when somebody wants to record a change to a mark. */
export default defineUnlistedScript(() => offer('mountAmendment', mountAmendment));
