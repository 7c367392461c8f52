using Microsoft.CodeAnalysis;

namespace StravaTools.Analyzers.House;

/// <summary>Rooms that use each other, in the order of the arrows; the last one uses the first.</summary>
internal sealed record RoomCycle(IReadOnlyList<Room> Rooms, Location Location)
{
    /// <summary>
    /// The shortest cycle through each arrow, each cycle once: a pair of rooms that use each other is always a cycle of its own.
    /// A cycle is located at the arrow that leaves its first room in the file.
    /// </summary>
    public static IEnumerable<RoomCycle> FindAll(IReadOnlyList<Room> rooms)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var room in rooms)
        {
            foreach (var next in TargetsOf(room, rooms))
            {
                if (ShortestPath(next, room, rooms) is { } path)
                {
                    var cycle = StartAtFirst([room, .. path.Take(path.Count - 1)], rooms);
                    if (seen.Add(string.Join(">", cycle.Select(one => one.Name))))
                    {
                        yield return new RoomCycle(cycle, cycle[0].MayUse.First(arrow => arrow.Covers(cycle[1].Name)).Location);
                    }
                }
            }
        }
    }

    public override string ToString() => string.Join(" -> ", Rooms.Concat([Rooms[0]]).Select(room => room.Name));

    private static IEnumerable<Room> TargetsOf(Room room, IReadOnlyList<Room> rooms) =>
        rooms.Where(other => other != room && room.MayUse.Any(arrow => arrow.Covers(other.Name)));

    /// <summary>The rooms on the way, with both ends; null if no way leads there.</summary>
    private static List<Room>? ShortestPath(Room from, Room to, IReadOnlyList<Room> rooms)
    {
        var cameFrom = new Dictionary<Room, Room?> { [from] = null };
        var queue = new Queue<Room>([from]);
        while (queue.Count > 0 && !cameFrom.ContainsKey(to))
        {
            var current = queue.Dequeue();
            foreach (var next in TargetsOf(current, rooms).Where(next => !cameFrom.ContainsKey(next)))
            {
                cameFrom[next] = current;
                queue.Enqueue(next);
            }
        }

        if (!cameFrom.ContainsKey(to))
        {
            return null;
        }

        var path = new List<Room>();
        for (var step = to; step is not null; step = cameFrom[step])
        {
            path.Insert(0, step);
        }

        return path;
    }

    private static List<Room> StartAtFirst(List<Room> cycle, IReadOnlyList<Room> rooms)
    {
        var start = cycle.IndexOf(rooms.First(cycle.Contains));
        return [.. cycle.Skip(start), .. cycle.Take(start)];
    }
}
