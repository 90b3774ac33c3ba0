import { once } from 'node:events';
import { createServer, connect, type Server, type Socket } from 'node:net';

/** A way to a database that can be shut and opened again, as when the database goes away and comes back. */
export interface DatabaseProxy {
  port: number;
  shut(): Promise<void>;
  open(): Promise<void>;
}

/** Makes a door to the port of this machine, open at first. */
export async function databaseProxy(target: number): Promise<DatabaseProxy> {
  const sockets = new Set<Socket>();
  const make = (): Server =>
    createServer((client) => {
      const database = connect(target, '127.0.0.1');
      for (const socket of [client, database]) {
        sockets.add(socket);
        // What an end of one side does to the other is all that matters.
        socket.on('error', () => undefined);
        socket.on('close', () => {
          sockets.delete(socket);
          client.destroy();
          database.destroy();
        });
      }
      client.pipe(database).pipe(client);
    });
  let server = make();
  const listen = async (port: number): Promise<number> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as { port: number }).port;
  };
  const port = await listen(0);
  return {
    port,
    async shut() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    async open() {
      server = make();
      await listen(port);
    },
  };
}
