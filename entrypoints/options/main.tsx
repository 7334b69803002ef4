import { render } from 'preact';
import browser from 'webextension-polyfill';
import { adoptTokens } from '../../components/forms/adopt-tokens.ts';
import '../../components/forms/page.css';
import '../../components/forms/calendar/calendar.css';
import '../../components/forms/conflicts.css';
import '../../components/forms/controls.css';
import '../../components/forms/import.css';
import { askOver } from '../../store/ask.ts';
import './options.css';
import { Options } from './options.tsx';

adoptTokens(document);
const app = document.getElementById('app');
if (app) render(<Options ask={askOver((message) => browser.runtime.sendMessage(message))} />, app);
