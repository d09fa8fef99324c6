import { appConfig } from "../web-kit/vite/app.js";

export default appConfig({ base: "/", port: 5173 });
