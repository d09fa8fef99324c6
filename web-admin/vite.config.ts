import { appConfig } from "../web-kit/vite/app.js";

export default appConfig({ base: "/admin/", port: 5175 });
