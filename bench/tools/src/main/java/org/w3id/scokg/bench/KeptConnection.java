package org.w3id.scokg.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A connection that requests go over one after the other. It does little more than to carry bytes,
 * so that what is measured is the server and not its client.
 */
final class KeptConnection implements AutoCloseable {

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  /**
   * An answer.
   *
   * @param status its HTTP status
   * @param body what it says, empty if that was not kept
   */
  record Reply(int status, String body) {}

  /** Connects to the server of an address. */
  KeptConnection(URI address) throws IOException {
    this.socket = new Socket(address.getHost(), address.getPort());
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    this.out = socket.getOutputStream();
  }

  /** Sends a request as it is, reads the whole answer, and keeps its body if that is wanted. */
  Reply send(byte[] request, boolean isKept) throws IOException {
    out.write(request);
    int status = Integer.parseInt(line().substring(9, 12));
    int length = -1;
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(header.substring(15).strip());
      } else if (header.toLowerCase(Locale.ROOT).startsWith("transfer-encoding: chunked")) {
        length = -1;
      }
    }
    ByteArrayOutputStream body = isKept ? new ByteArrayOutputStream() : null;
    if (length >= 0) {
      take(length, body);
    } else {
      for (int size = chunk(); size > 0; size = chunk()) {
        take(size, body);
        line();
      }
      line();
    }
    return new Reply(status, body == null ? "" : body.toString(StandardCharsets.UTF_8));
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private void take(int length, ByteArrayOutputStream body) throws IOException {
    if (body == null) {
      in.skipNBytes(length);
    } else {
      body.write(in.readNBytes(length));
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the answer ends before its end");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
