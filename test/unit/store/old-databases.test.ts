import 'fake-indexeddb/auto';
import { testUpgrades } from '../../databases/upgrade.ts';

testUpgrades();
