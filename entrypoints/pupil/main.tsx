import { render } from 'preact';
import browser from 'webextension-polyfill';
import { adoptTokens } from '../../components/forms/adopt-tokens.ts';
import '../../components/forms/page.css';
import '../../components/forms/controls.css';
import { askOver } from '../../store/ask.ts';
import './pupil.css';
import { PupilPage } from './pupil.tsx';

adoptTokens(document);
const app = document.getElementById('app');
if (app) render(<PupilPage ask={askOver((message) => browser.runtime.sendMessage(message))} />, app);
