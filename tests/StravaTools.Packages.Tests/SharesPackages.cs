namespace StravaTools.Packages.Tests;

/// <summary>The tests of this collection share the packages, and run one after the other, since packing writes below <c>src</c>.</summary>
[CollectionDefinition(Name)]
public sealed class SharesPackages : ICollectionFixture<BuiltPackages>
{
    public const string Name = "Packages";
}
