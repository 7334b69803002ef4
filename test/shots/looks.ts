import type { Page } from '@playwright/test';

/** How a page is looked at: the window, and what the person or the page has set. */
export interface Look {
  readonly name: string;
  /** In CSS pixels. */
  readonly size: readonly [width: number, height: number];
  /** Device pixels to a CSS pixel; 4 is a zoom of 400%. */
  readonly scale?: number;
  readonly dark?: boolean;
  readonly forced?: boolean;
  /** The size of text without one of its own, in pixels; 16 unless told. */
  readonly text?: number;
}

export const LIGHT: Look = { name: 'light', size: [1280, 800] };

/** Zoomed in to 400%, a window of 1280 by 1024 has 320 by 256 pixels left. */
export const LOOKS: readonly Look[] = [
  LIGHT,
  { name: 'dark', size: [1280, 800], dark: true },
  { name: 'forced-colours', size: [1280, 800], forced: true },
  { name: '320-wide', size: [320, 640] },
  { name: 'zoom-400', size: [320, 256], scale: 4 },
  { name: 'zoom-200', size: [640, 512], scale: 2 },
  { name: 'text-200', size: [1280, 800], text: 32 },
  { name: 'projector', size: [1024, 768] },
];

/** What a page does whose school, or whose person, has set it dark. */
const DARK = `:root{color-scheme:dark}html,body{background:#15191c!important;color:#e9e6df!important}
body :not([data-rw],input){background-color:#15191c!important;color:inherit!important;border-color:#465057!important}
input,select,button{background:#232a2e!important;color:inherit!important}`;

/** Sets a fresh page to a look; before it is opened, so that it is drawn so from the first. */
export async function setLook(page: Page, { size, scale = 1, dark, forced, text }: Look): Promise<void> {
  const [width, height] = size;
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', forcedColors: forced ? 'active' : 'none' });
  const client = await page.context().newCDPSession(page);
  if (scale !== 1)
    await client.send('Emulation.setDeviceMetricsOverride', {
      ...{ width, height, deviceScaleFactor: scale, mobile: false },
    });
  if (dark) await page.addInitScript(darken, DARK);
  if (text) await client.send('Page.setFontSizes', { fontSizes: { standard: text, fixed: text } });
}

/** In each frame as soon as there is a document. Pages of the extension have a tone of their own. */
function darken(css: string): void {
  if (location.protocol === 'chrome-extension:') return;
  const dress = () => {
    const style = document.createElement('style');
    style.textContent = css;
    document.documentElement.append(style);
  };
  if (document.documentElement) dress();
  else addEventListener('readystatechange', dress, { once: true, capture: true });
}
