import { render } from 'preact';
import browser from 'webextension-polyfill';
import { adoptTokens } from '../../components/forms/adopt-tokens.ts';
import '../../components/forms/page.css';
import '../../components/forms/conflicts.css';
import '../../components/forms/controls.css';
import { askOver } from '../../store/ask.ts';
import { Welcome } from './welcome.tsx';
import './welcome.css';

adoptTokens(document);
const app = document.getElementById('app');
if (app) render(<Welcome ask={askOver((message) => browser.runtime.sendMessage(message))} />, app);
