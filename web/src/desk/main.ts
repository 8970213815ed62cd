import { createApp } from 'vue';
import '@/ui/tokens.css';
import DeskApp from './DeskApp.vue';

createApp(DeskApp).mount('#app');
