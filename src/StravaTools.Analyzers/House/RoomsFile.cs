using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using StravaTools.Analyzers.Contract;

namespace StravaTools.Analyzers.House;

/// <summary>
/// <c>src/rooms.txt</c>: the rooms and the rooms that each may use (<c>room A -> B, C.*</c>), external namespaces and types that require an
/// arrow (<c>guard System.Net</c>), and the places where a rule does not apply (<c>allow STRV2003 Folder/File.cs Member: reason</c>).
/// </summary>
internal sealed class RoomsFile
{
    public const string FileName = "rooms.txt";

    private readonly Dictionary<string, Room> _rooms = new(StringComparer.Ordinal);
    private readonly List<Room> _inOrder = [];
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
                Location At(int start, int length) => ClauseFile.LocationOf(path, text, new TextSpan(line.Start + start, length));
                AddProblem(AddLine(content, At), At(0, content.Length));
            }
        }

        foreach (var arrow in _inOrder.SelectMany(room => room.MayUse)
            .Where(arrow => !_rooms.ContainsKey(arrow.Target) && !_guards.Contains(arrow.Target)))
        {
            AddProblem($"'{arrow.Text}' is neither a room nor a guarded name", arrow.Location);
        }
    }

    /// <summary>The rooms in the order of their lines.</summary>
    public IReadOnlyList<Room> Rooms => _inOrder;

    public IReadOnlyList<Allowance> Allowances => _allowances;

    public IReadOnlyList<RoomsProblem> Problems => _problems;

    /// <summary>Null if the project has no such file; then the house rules do not apply.</summary>
    public static RoomsFile? FromOptions(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        if (options.AdditionalFiles.FirstOrDefault(IsRoomsFile) is { } file && file.GetText(cancellationToken) is { } text)
        {
            return PerCompilation<RoomsFile>.Get(compilation, () => new RoomsFile(file.Path, text));
        }

        return null;
    }

    /// <summary>The room that contains a dotted name (assembly and folders, or a namespace).</summary>
    public Room? RoomOf(string name) => Nearest(name, part => _rooms.TryGetValue(part, out var room) ? room : null);

    /// <summary>The guarded namespace or type that contains a full name.</summary>
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

    private void AddProblem(string? problem, Location location)
    {
        if (problem is not null)
        {
            _problems.Add(new RoomsProblem(problem, location));
        }
    }

    private string? AddLine(string line, Func<int, int, Location> locate)
    {
        var end = line.IndexOf(' ');
        var rest = line.Substring(end + 1).Trim();
        return (end < 0 ? "" : line.Substring(0, end)) switch
        {
            "guard" => _guards.Add(rest) ? null : $"{rest} is guarded twice",
            "room" => AddRoom(line, locate),
            "allow" => AddAllowance(rest, locate(0, line.Length)),
            _ => "a line must start with room, guard, or allow",
        };
    }

    private string? AddRoom(string line, Func<int, int, Location> locate)
    {
        const string Keyword = "room ";
        const string ArrowSign = "->";
        var sign = line.IndexOf(ArrowSign, StringComparison.Ordinal);
        var name = line.Substring(Keyword.Length, (sign < 0 ? line.Length : sign) - Keyword.Length).Trim();
        if (_rooms.ContainsKey(name))
        {
            return $"{name} is already listed";
        }

        var room = new Room(name, sign < 0 ? [] : [.. ArrowsFrom(line, sign + ArrowSign.Length, locate)]);
        _rooms.Add(name, room);
        _inOrder.Add(room);
        return null;
    }

    private static IEnumerable<Arrow> ArrowsFrom(string line, int start, Func<int, int, Location> locate)
    {
        foreach (var part in line.Substring(start).Split(','))
        {
            var target = part.Trim();
            yield return new Arrow(target, locate(start + part.IndexOf(target, StringComparison.Ordinal), target.Length));
            start += part.Length + 1;
        }
    }

    private string? AddAllowance(string line, Location location)
    {
        var colon = line.IndexOf(':');
        var words = (colon < 0 ? line : line.Substring(0, colon)).Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is not (2 or 3) || colon < 0 || string.IsNullOrWhiteSpace(line.Substring(colon + 1)))
        {
            return "the form is 'allow STRV2nnn Project/Folder/File.cs [Member]: reason'";
        }

        _allowances.Add(new Allowance(words[0], words[1], words.ElementAtOrDefault(2), location));
        return null;
    }
}
