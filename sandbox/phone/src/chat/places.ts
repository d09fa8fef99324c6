/** Places a person may send, of the cities the demo serves. Degrees as WeChat sends them (GCJ-02). */
export const places = [
  { label: "上海市黄浦区人民大道200号", latitude: 31.230525, longitude: 121.473667 },
  { label: "杭州市西湖区龙井路1号", latitude: 30.244217, longitude: 120.127983 },
  { label: "南京市玄武区中山陵", latitude: 32.059344, longitude: 118.848442 },
  { label: "北京市东城区东长安街", latitude: 39.908692, longitude: 116.397477 },
];
