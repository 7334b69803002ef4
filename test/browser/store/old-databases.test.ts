import { testUpgrades } from '../../databases/upgrade.ts';

testUpgrades();
