import 'fake-indexeddb/auto';
import { testSealed } from '../../databases/sealed.ts';

testSealed();
