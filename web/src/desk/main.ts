import { createApp } from 'vue';
import '@/ui/tokens.css';
import './desk.css';
import DeskApp from './DeskApp.vue';
import './draftDoor';
import { rememberLanguage } from './preferences';
import { createDeskRouter } from './router';
import { tell } from './trouble';

const app = createApp(DeskApp);
app.use(createDeskRouter());
app.config.errorHandler = (error) => {
  if (!tell(error)) {
    throw error;
  }
};
window.addEventListener('unhandledrejection', (event) => {
  if (tell(event.reason)) {
    event.preventDefault();
  }
});
void rememberLanguage().then(() => app.mount('#app'));
