package org.w3id.scokg.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The decoding of topologies, and what a map shows of them. */
class WorldTest {

  /** Two squares side by side, which share the line between them, in steps of half a degree. */
  private static final String SQUARES =
      """
      {"type": "Topology",
       "transform": {"scale": [0.5, 0.5], "translate": [10, 20]},
       "objects": {"lands": {"type": "GeometryCollection", "geometries": [
         {"type": "Polygon", "id": "004", "arcs": [[0, 1]]},
         {"type": "MultiPolygon", "id": "008", "arcs": [[[-1, 2]]]},
         {"type": "Point", "coordinates": [1, 1]},
         {"type": "Polygon", "arcs": [[0, 2]]}]}},
       "arcs": [
         [[2, 4], [-2, 0], [0, -4], [2, 0]],
         [[2, 0], [0, 4]],
         [[2, 0], [2, 0], [0, 4], [-2, 0]]]}
      """;

  private static World world(String topology) throws IOException {
    return World.read(new ByteArrayInputStream(topology.getBytes(StandardCharsets.UTF_8)), "lands");
  }

  @Test
  void stepsAreAddedUpAndScaled() throws IOException {
    World world = world(SQUARES);

    assertThat(world.arcs().get(0)).containsExactly(11, 22, 10, 22, 10, 20, 11, 20);
    assertThat(world.arcs().get(2)).containsExactly(11, 20, 12, 20, 12, 22, 11, 22);
  }

  @Test
  void aSharedLineIsReadBackwardsByTheOther() throws IOException {
    World world = world(SQUARES);

    List<World.Area> areas = world.areas("008");
    assertThat(areas).hasSize(1);
    // The arc that is named by -1 is the first, backwards.
    assertThat(World.ring(areas.get(0).rings().get(0), world.arcs()))
        .startsWith(11, 20, 10, 20, 10, 22, 11, 22)
        .hasSize(16);
  }

  @Test
  void positionsWithoutATransformAreDegrees() throws IOException {
    World world =
        world(
            """
            {"objects": {"lands": {"geometries": [{"type": "Polygon", "id": "004", "arcs": [[0]]}]}},
             "arcs": [[[10.5, 20], [11, 20], [11, 21.25], [10.5, 20]]]}
            """);

    assertThat(world.arcs().get(0)).containsExactly(10.5, 20, 11, 20, 11, 21.25, 10.5, 20);
  }

  @Test
  void anAreaWithoutACodeIsFoundByNone() throws IOException {
    assertThat(world(SQUARES).areas("")).isEmpty();
    assertThat(world(SQUARES).areas("999")).isEmpty();
  }

  @Test
  void theShippedWorldIsWhole() {
    World world = World.shipped();

    assertThat(world.areas()).hasSizeGreaterThan(230);
    assertThat(world.areas("643").get(0).rings()).hasSizeGreaterThan(50);
    for (double[] arc : world.arcs()) {
      for (int i = 0; i < arc.length; i += 2) {
        assertThat(Math.abs(arc[i])).isLessThanOrEqualTo(180.001);
        assertThat(Math.abs(arc[i + 1])).isLessThanOrEqualTo(90.001);
      }
    }
  }

  @Test
  void whatCrossesTheAntimeridianStaysInOnePiece() {
    // The largest part of it ends at 180 degrees, where the next, small one begins.
    MapView view = MapView.of(Set.of("643"), List.of());

    double[] west = view.at(179.9, 66);
    double[] east = view.at(-179.9, 66);
    assertThat(Math.hypot(west[0] - east[0], west[1] - east[1])).isLessThan(3);
    assertThat(east[0]).isBetween(0.0, MapView.WIDTH);
    assertThat(east[1]).isBetween(0.0, view.height());
  }

  @Test
  void theCutAtTheAntimeridianIsNoBorder() {
    MapView view = MapView.of(Set.of("643"), List.of());
    double[] from = view.at(180, 68.5);
    double[] to = view.at(180, 66);

    for (double[] border : view.borders()) {
      for (int i = 2; i < border.length; i += 2) {
        boolean isAlong = isNear(border, i - 2, from, to) && isNear(border, i, from, to);
        double length = Math.hypot(border[i] - border[i - 2], border[i + 1] - border[i - 1]);
        assertThat(isAlong && length > 8).isFalse();
      }
    }
  }

  /** Whether a point is on the line between two others. */
  private static boolean isNear(double[] line, int at, double[] from, double[] to) {
    double whole = Math.hypot(to[0] - from[0], to[1] - from[1]);
    double around =
        Math.hypot(line[at] - from[0], line[at + 1] - from[1])
            + Math.hypot(line[at] - to[0], line[at + 1] - to[1]);
    return around - whole < 0.5;
  }

  @Test
  void allThatIsToBeSeenIsWithinTheMap() {
    MapView view =
        MapView.of(Set.of("156", "643"), List.of(Position.of("POINT(-4 40)").orElseThrow()));

    for (String code : List.of("156", "643")) {
      assertThat(view.rings(code).get(0)).isNotEmpty();
    }
    double[] at = view.at(-4, 40);
    assertThat(at[0]).isBetween(0.0, MapView.WIDTH);
    assertThat(at[1]).isBetween(0.0, view.height());
  }

  @Test
  void whatIsAllAroundTheWorldIsShownOnAMapOfTheWorld() {
    MapView view = MapView.of(Set.of("840", "156", "036", "076"), List.of());

    assertThat(view.rings("840")).isNotEmpty();
    assertThat(view.rings("036")).isNotEmpty();
    assertThat(view.height()).isBetween(MapView.WIDTH * 0.39, MapView.WIDTH * 0.81);
  }

  @Test
  void aMapOfNothingIsOneOfTheWorld() {
    assertThat(MapView.of(Set.of(), List.of()).otherRings(Set.of())).hasSizeGreaterThan(100);
  }

  @Test
  void onePlaceHasSomeLandAroundIt() {
    MapView view = MapView.of(Set.of(), List.of(Position.of("POINT(10 50)").orElseThrow()));

    double[] at = view.at(10, 50);
    assertThat(at[0]).isCloseTo(MapView.WIDTH / 2, offset(1.0));
    assertThat(view.otherRings(Set.of())).isNotEmpty();
  }
}
