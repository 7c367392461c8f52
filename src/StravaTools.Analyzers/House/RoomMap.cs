using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace StravaTools.Analyzers.House;

/// <summary>
/// The rooms of code and symbols: code is in the room of its folder, a symbol of this project in the room of the file that declares it, and
/// a symbol of another assembly in the room of its namespace. Of external names, only guarded namespaces and types count.
/// </summary>
internal sealed class RoomMap(RoomsFile rooms, Compilation compilation)
{
    private const string Ours = "StravaTools";

    private readonly ConcurrentDictionary<string, Room?> _ofFiles = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<INamedTypeSymbol, string?> _ofTypes = new(SymbolEqualityComparer.Default);
    private readonly string _folder = "/" + compilation.AssemblyName + "/";

    /// <summary>The rooms of this project that contain code; rooms.txt also lists those of other projects.</summary>
    public IEnumerable<Room> RoomsHere => compilation.SyntaxTrees.Select(RoomOf).OfType<Room>().Distinct()
        .Where(room => (room.Name + ".").StartsWith(compilation.AssemblyName + ".", StringComparison.Ordinal));

    public Room? RoomOf(SyntaxTree tree) => _ofFiles.GetOrAdd(tree.FilePath, OfPath);

    /// <summary>The room, or the guarded namespace or type, that using this symbol means; null if it does not matter.</summary>
    public string? PlaceOf(ISymbol symbol)
    {
        var type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        if (type is null || symbol is ITypeParameterSymbol)
        {
            return null;
        }

        // The files of a partial class can be in different rooms. A member is in the room of its file.
        var isSpread = symbol is not INamedTypeSymbol && IsOfThisProject(type) && type.DeclaringSyntaxReferences.Length > 1;
        if (isSpread && symbol.DeclaringSyntaxReferences.FirstOrDefault() is { } declared)
        {
            return RoomOf(declared.SyntaxTree)?.Name;
        }

        return _ofTypes.GetOrAdd(type.OriginalDefinition, OfType);
    }

    private bool IsOfThisProject(INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);

    private string? OfType(INamedTypeSymbol type)
    {
        if (IsOfThisProject(type))
        {
            return type.DeclaringSyntaxReferences.Select(file => RoomOf(file.SyntaxTree)?.Name)
                .Where(name => name is not null).OrderBy(name => name!.Length).FirstOrDefault();
        }

        var name = FullName(type);
        if (type.ContainingAssembly?.Name.StartsWith(Ours, StringComparison.Ordinal) == true)
        {
            return rooms.RoomOf(name)?.Name;
        }

        return rooms.GuardOf(name);
    }

    private Room? OfPath(string path)
    {
        var normal = path.Replace('\\', '/');
        var start = normal.LastIndexOf(_folder, StringComparison.Ordinal);
        var end = normal.LastIndexOf('/');

        // Generated parts of a class do not change its room.
        if (start < 0 || normal.IndexOf("/obj/", start, StringComparison.Ordinal) >= 0)
        {
            return null;
        }

        return rooms.RoomOf(normal.Substring(start + 1, end - start - 1).Replace('/', '.'));
    }

    private static string FullName(INamedTypeSymbol type)
    {
        var outermost = type;
        while (outermost.ContainingType is { } outer)
        {
            outermost = outer;
        }

        if (outermost.ContainingNamespace is { IsGlobalNamespace: false } space)
        {
            return $"{space.ToDisplayString()}.{outermost.Name}";
        }

        return outermost.Name;
    }
}
