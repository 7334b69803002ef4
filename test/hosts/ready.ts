export { readyHosts as default } from '../../scripts/hosts.mjs';
