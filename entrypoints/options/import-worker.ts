import { importDesk } from '../../store/import/desk.ts';
import { serveDesk } from '../../store/import/desk-messages.ts';

serveDesk(self, importDesk());
