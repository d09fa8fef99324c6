/** Where the demo's people live and work. */
export const HOME = "开福区湘江中路 18 号 3 栋 1201";
export const OFFICE = "岳麓区麓谷大道 662 号 A 座 508";
