import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offer } from '../components/overlay/door.ts';
import { mountWhyCard } from '../components/register/mount-why-card.tsx';

/** Injected when a pupil's count is first asked about. */
export default defineUnlistedScript(() => offer('mountWhyCard', mountWhyCard));
