import { createApp } from 'vue';
import '@/ui/tokens.css';
import './desk.css';
import DeskApp from './DeskApp.vue';
import { rememberLanguage } from './preferences';
import { createDeskRouter } from './router';

const app = createApp(DeskApp);
app.use(createDeskRouter());
void rememberLanguage().then(() => app.mount('#app'));
