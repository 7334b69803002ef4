import { render } from 'preact';
import browser from 'webextension-polyfill';
import { askOver } from '../../store/ask.ts';
import type { Push } from '../../store/requests.ts';
import './practice.css';
import { Practice } from './practice.tsx';

const root = document.getElementById('app');
const ask = askOver((message) => browser.runtime.sendMessage(message));
const onSwitch = (listener: () => void) => {
  const hear = (message: unknown) => {
    if ((message as Push).kind === 'switch-counts') listener();
  };
  browser.runtime.onMessage.addListener(hear);
  return () => browser.runtime.onMessage.removeListener(hear);
};
if (root) render(<Practice ask={ask} onSwitch={onSwitch} />, root);
