package org.w3id.scokg.draw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The areas of the world, out of a <a
 * href="https://github.com/topojson/topojson-specification">TopoJSON</a> topology: areas share the
 * lines between them, which are delta-encoded and quantized there. It does not change.
 *
 * @param arcs lines of longitudes and latitudes in turn, in degrees
 * @param areas what lies between them
 */
record World(List<double[]> arcs, List<Area> areas) {

  private static final String SHIPPED = "countries-50m.json";

  /**
   * An area.
   *
   * @param code its ISO 3166-1 numeric code, of three digits; empty without one
   * @param rings the arcs around each part of it and around each hole in it; {@code ~i} is the arc
   *     {@code i} backwards
   */
  record Area(String code, List<int[]> rings) {}

  /** The one that is shipped. */
  static World shipped() {
    try (InputStream in = World.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("Bug: the program has no file " + SHIPPED);
      }
      return read(in, "countries");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a topology.
   *
   * @param object the collection of areas in it
   */
  static World read(InputStream in, String object) throws IOException {
    JsonNode topology = new ObjectMapper().readTree(in);
    List<double[]> arcs = new ArrayList<>();
    topology.path("arcs").forEach(arc -> arcs.add(arc(arc, topology.path("transform"))));
    List<Area> areas = new ArrayList<>();
    for (JsonNode geometry : topology.path("objects").path(object).path("geometries")) {
      List<int[]> rings = new ArrayList<>();
      switch (geometry.path("type").asText()) {
        case "Polygon" -> rings(geometry.path("arcs"), rings);
        case "MultiPolygon" -> geometry.path("arcs").forEach(part -> rings(part, rings));
        default -> {}
      }
      areas.add(new Area(geometry.path("id").asText(""), rings));
    }
    return new World(arcs, areas);
  }

  private static double[] arc(JsonNode positions, JsonNode transform) {
    double[] arc = new double[2 * positions.size()];
    double x = 0;
    double y = 0;
    for (int i = 0; i < positions.size(); i++) {
      JsonNode position = positions.get(i);
      boolean isQuantized = !transform.isMissingNode();
      x = position.get(0).asDouble() + (isQuantized ? x : 0);
      y = position.get(1).asDouble() + (isQuantized ? y : 0);
      arc[2 * i] = isQuantized ? scaled(x, transform, 0) : x;
      arc[2 * i + 1] = isQuantized ? scaled(y, transform, 1) : y;
    }
    return arc;
  }

  private static double scaled(double value, JsonNode transform, int axis) {
    return value * transform.path("scale").path(axis).asDouble()
        + transform.path("translate").path(axis).asDouble();
  }

  private static void rings(JsonNode polygon, List<int[]> rings) {
    for (JsonNode ring : polygon) {
      int[] arcs = new int[ring.size()];
      for (int i = 0; i < arcs.length; i++) {
        arcs[i] = ring.get(i).asInt();
      }
      rings.add(arcs);
    }
  }

  /** The areas of a code, as a rule one. */
  List<Area> areas(String code) {
    return areas.stream().filter(area -> !code.isEmpty() && area.code().equals(code)).toList();
  }

  /** The points of a ring, as they are in some lines that stand for the arcs. */
  static double[] ring(int[] ring, List<double[]> lines) {
    int length = 0;
    for (int index : ring) {
      length += lines.get(index < 0 ? ~index : index).length;
    }
    double[] points = new double[length];
    int at = 0;
    for (int index : ring) {
      double[] line = lines.get(index < 0 ? ~index : index);
      for (int i = 0; i < line.length; i += 2) {
        int from = index < 0 ? line.length - 2 - i : i;
        points[at++] = line[from];
        points[at++] = line[from + 1];
      }
    }
    return points;
  }
}
