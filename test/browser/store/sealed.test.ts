import { testSealed } from '../../databases/sealed.ts';

testSealed();
