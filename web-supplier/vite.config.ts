import { appConfig } from "../web-kit/vite/app.js";

export default appConfig({ base: "/supplier/", port: 5174 });
