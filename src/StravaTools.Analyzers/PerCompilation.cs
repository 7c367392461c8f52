using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace StravaTools.Analyzers;

/// <summary>Data of a compilation that several rules share, created once.</summary>
internal static class PerCompilation<T>
    where T : class
{
    private static readonly ConditionalWeakTable<Compilation, T> Made = new();

    public static T Get(Compilation compilation, Func<T> make) => Made.GetValue(compilation, _ => make());
}
