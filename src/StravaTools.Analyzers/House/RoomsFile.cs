using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using StravaTools.Analyzers.Contract;

namespace StravaTools.Analyzers.House;

/// <summary>A room and the rooms and guarded namespaces it may use.</summary>
internal sealed record Room(string Name, ImmutableArray<string> MayUse)
{
    private const string AndBelow = ".*";

    public bool Allows(string used) => used == Name || MayUse.Any(arrow => Covers(arrow, used));

    /// <summary>The room or guard that an arrow names, without what is below.</summary>
    public static string TargetOf(string arrow) =>
        arrow.EndsWith(AndBelow, StringComparison.Ordinal) ? arrow.Substring(0, arrow.Length - AndBelow.Length) : arrow;

    private static bool Covers(string arrow, string used)
    {
        var target = TargetOf(arrow);
        return used == target || (target.Length < arrow.Length && used.StartsWith(target + ".", StringComparison.Ordinal));
    }
}

/// <summary>A place where a rule of the house does not hold, with its reason.</summary>
internal sealed record Allowance(string RuleId, string File, string? Member, Location Location)
{
    public bool Covers(SyntaxTree tree) => tree.FilePath.Replace('\\', '/').EndsWith("/" + File, StringComparison.Ordinal);
}

/// <summary>A line of the file that is not understood, and why.</summary>
internal sealed record RoomsProblem(string Message, Location Location);

/// <summary>
/// <c>src/rooms.txt</c>: the rooms and who may use whom (<c>room A -> B, C.*</c>), outside namespaces and types that only rooms with an arrow may use
/// (<c>guard System.Net</c>), and the places where a rule does not hold (<c>allow STRV2003 Folder/File.cs Member: reason</c>).
/// </summary>
internal sealed class RoomsFile
{
    public const string FileName = "rooms.txt";

    private readonly Dictionary<string, Room> _rooms = new(StringComparer.Ordinal);
    private readonly List<(Location Location, Room Room)> _roomLines = [];
    private readonly HashSet<string> _guards = new(StringComparer.Ordinal);
    private readonly List<Allowance> _allowances = [];
    private readonly List<RoomsProblem> _problems = [];

    private RoomsFile(string path, SourceText text)
    {
        foreach (var line in text.Lines)
        {
            var content = line.ToString().Split('#')[0].TrimEnd();
            if (content.Length > 0)
            {
                var location = ClauseFile.LocationOf(path, text, TextSpan.FromBounds(line.Start, line.Start + content.Length));
                Note(Add(content, location), location);
            }
        }

        foreach (var (location, room) in _roomLines)
        {
            var unknown = room.MayUse.FirstOrDefault(arrow => !_rooms.ContainsKey(Room.TargetOf(arrow)) && !_guards.Contains(Room.TargetOf(arrow)));
            Note(unknown is null ? null : $"'{unknown}' is neither a room nor guarded", location);
        }
    }

    public IReadOnlyList<Allowance> Allowances => _allowances;

    public IReadOnlyList<RoomsProblem> Problems => _problems;

    /// <summary>Null where the project has no such file: then it is no house of ours.</summary>
    public static RoomsFile? Of(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken) =>
        options.AdditionalFiles.FirstOrDefault(IsRoomsFile) is { } file && file.GetText(cancellationToken) is { } text
            ? PerCompilation<RoomsFile>.Get(compilation, () => new RoomsFile(file.Path, text))
            : null;

    /// <summary>The room that a dotted name (assembly and folders, or a namespace) lies in.</summary>
    public Room? RoomOf(string name) => Nearest(name, part => _rooms.TryGetValue(part, out var room) ? room : null);

    /// <summary>The guarded namespace or type that a full name lies in.</summary>
    public string? GuardOf(string name) => Nearest(name, part => _guards.Contains(part) ? part : null);

    private static bool IsRoomsFile(AdditionalText file) =>
        file.Path.EndsWith("/" + FileName, StringComparison.Ordinal) || file.Path.EndsWith("\\" + FileName, StringComparison.Ordinal);

    private static T? Nearest<T>(string name, Func<string, T?> find)
        where T : class
    {
        for (var part = name; part.Length > 0; part = part.Substring(0, Math.Max(0, part.LastIndexOf('.'))))
        {
            if (find(part) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private void Note(string? problem, Location location)
    {
        if (problem is not null)
        {
            _problems.Add(new RoomsProblem(problem, location));
        }
    }

    private string? Add(string line, Location location)
    {
        var end = line.IndexOf(' ');
        var rest = line.Substring(end + 1).Trim();
        return (end < 0 ? "" : line.Substring(0, end)) switch
        {
            "guard" => _guards.Add(rest) ? null : $"{rest} is guarded twice",
            "room" => AddRoom(rest, location),
            "allow" => AddAllowance(rest, location),
            _ => "a line begins with room, guard or allow",
        };
    }

    private string? AddRoom(string line, Location location)
    {
        var arrow = line.IndexOf("->", StringComparison.Ordinal);
        var name = (arrow < 0 ? line : line.Substring(0, arrow)).Trim();
        if (_rooms.ContainsKey(name))
        {
            return $"{name} is there twice";
        }

        var used = arrow < 0 ? [] : line.Substring(arrow + 2).Split(',').Select(one => one.Trim()).ToImmutableArray();
        var room = new Room(name, used);
        _rooms.Add(name, room);
        _roomLines.Add((location, room));
        return null;
    }

    private string? AddAllowance(string line, Location location)
    {
        var colon = line.IndexOf(':');
        var words = (colon < 0 ? line : line.Substring(0, colon)).Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is not (2 or 3) || colon < 0 || string.IsNullOrWhiteSpace(line.Substring(colon + 1)))
        {
            return "an allowance is 'allow STRV2nnn Project/Folder/File.cs [Member]: reason'";
        }

        _allowances.Add(new Allowance(words[0], words[1], words.ElementAtOrDefault(2), location));
        return null;
    }
}
