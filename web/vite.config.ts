import { fileURLToPath, URL } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig, type Connect, type Plugin } from 'vite';

/** Where the program listens while the pages are developed with `npm run dev`. */
const backend = process.env.FANGXIN_URL ?? 'http://localhost:8080';

const desk = /^\/(desk|admin|sign-in)(\/|$|\?)/;
const merchant = /^\/merchant(\/|$|\?)/;

/** In `dev` an address belongs to one of the three entries, as it does in the program. */
const threeEntries: Plugin = {
  name: 'three-entries',
  configureServer(server) {
    server.middlewares.use(route);
  },
};

const route: Connect.NextHandleFunction = (request, _response, next) => {
  const url = request.url ?? '/';
  if (request.headers.accept?.includes('text/html') === true && !url.includes('.')) {
    request.url = desk.test(url) ? '/desk.html' : merchant.test(url) ? '/merchant.html' : '/public.html';
  }
  next();
};

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [vue(), threeEntries],
  appType: 'mpa',
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: { __VUE_OPTIONS_API__: isSsrBuild === true ? 'true' : 'false' },
  build: isSsrBuild
    ? { target: 'node20', copyPublicDir: false }
    : {
        // County PCs are older than Vite's default of Chrome 111.
        target: 'chrome87',
        manifest: true,
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        rolldownOptions: { input: ['public.html', 'desk.html', 'merchant.html'] },
      },
  server: { proxy: { '/api': backend } },
  test: {
    environment: 'happy-dom',
    // Its style sheets are imported from its scripts, which Node alone cannot read.
    server: { deps: { inline: ['element-plus'] } },
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    setupFiles: ['src/desk/draftDoor.ts'],
  },
}));
