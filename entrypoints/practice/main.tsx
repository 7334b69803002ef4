import { render } from 'preact';
import browser from 'webextension-polyfill';
import { askOver } from '../../store/ask.ts';
import './practice.css';
import { Practice } from './practice.tsx';

const root = document.getElementById('app');
const ask = askOver((message) => browser.runtime.sendMessage(message));
if (root) render(<Practice ask={ask} />, root);
