import mysql from "mysql2/promise";

/** Makes an empty database as operations.md asks for it: `node create-database.mjs <server url> <name>`. */
const [url, name] = process.argv.slice(2);
const connection = await mysql.createConnection(url);
await connection.query(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
await connection.end();
