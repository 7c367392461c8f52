using System.Collections.Immutable;

namespace StravaTools.Analyzers.House;

/// <summary>A room and the rooms and guarded namespaces it may use.</summary>
internal sealed record Room(string Name, ImmutableArray<Arrow> MayUse)
{
    public bool Allows(string used) => used == Name || MayUse.Any(arrow => arrow.Covers(used));
}
