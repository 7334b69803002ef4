import { render } from 'preact';
import browser from 'webextension-polyfill';
import { adoptTokens } from '../../components/forms/adopt-tokens.ts';
import '../../components/forms/page.css';
import '../../components/forms/controls.css';
import { askOver } from '../../store/ask.ts';
import { Lates } from './lates.tsx';
import './lates.css';

adoptTokens(document);
const app = document.getElementById('app');
const ask = askOver((message) => browser.runtime.sendMessage(message));
if (app) render(<Lates ask={ask} query={new URLSearchParams(location.search)} />, app);
