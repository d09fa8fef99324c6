import { linguiConfig } from "../web-kit/vite/lingui.js";

export default linguiConfig("web-supplier");
